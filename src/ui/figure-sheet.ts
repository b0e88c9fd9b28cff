export interface SheetTexts {
  readonly title: string;
  readonly source: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const titleSize = 20;
const sourceSize = 13;

/** Properties that a drawing needs when it has left the page and its stylesheet. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
] as const;

/** A free-standing copy of a chart on white paper, with its sentence above and its source below. */
export function composeSheet(svg: SVGSVGElement, { title, source }: SheetTexts): SVGSVGElement {
  const { width, height } = svg.getBoundingClientRect();
  const paper = document.createElement('div');
  paper.setAttribute('data-paper', '');
  Object.assign(paper.style, { position: 'absolute', insetInlineStart: '-10000px', inlineSize: `${width}px` });
  const chart = svg.cloneNode(true) as SVGSVGElement;
  paper.append(chart);
  // Beside the original, so that inherited tokens and class rules apply; `data-paper` makes them the light ones.
  svg.parentElement?.append(paper);
  const ink = getComputedStyle(paper).color;
  const font = getComputedStyle(paper).fontFamily;
  copyLooks(chart);
  paper.remove();

  const lines = wrapText(title, Math.floor((width * 1.9) / titleSize));
  const top = margin + lines.length * titleSize * 1.3 + 8;
  const sheet = draw('svg', {
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(top + height + sourceSize * 2 + margin),
  }) as SVGSVGElement;
  sheet.setAttribute('viewBox', `0 0 ${sheet.getAttribute('width')} ${sheet.getAttribute('height')}`);
  sheet.append(draw('rect', { width: '100%', height: '100%', fill: 'white' }));
  lines.forEach((line, index) => {
    const y = margin + (index + 0.8) * titleSize * 1.3;
    sheet.append(
      drawText(line, { x: margin, y, 'font-size': titleSize, 'font-weight': 700, fill: ink, 'font-family': font }),
    );
  });
  place(chart, { x: margin, y: top, width, height });
  sheet.append(chart);
  const y = top + height + sourceSize * 2;
  sheet.append(drawText(source, { x: margin, y, 'font-size': sourceSize, fill: ink, 'font-family': font }));
  return sheet;
}

export const toSvgText = (sheet: SVGSVGElement): string => new XMLSerializer().serializeToString(sheet);

/** Breaks a sentence into lines of at most `length` characters, between words. */
export function wrapText(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function copyLooks(chart: SVGSVGElement): void {
  for (const element of [chart, ...chart.querySelectorAll<SVGElement>('*')]) {
    const style = getComputedStyle(element);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
}

function place(chart: SVGSVGElement, box: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): void {
  for (const [name, value] of Object.entries(box)) chart.setAttribute(name, String(value));
  if (!chart.hasAttribute('viewBox')) chart.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
}

function draw(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

function drawText(text: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = draw('text', attributes);
  element.textContent = text;
  return element;
}
