export interface SheetTexts {
  readonly title: string;
  readonly source: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const titleSize = 20;
const sourceSize = 13;
const lineHeight = 1.3;

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
  'paint-order',
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

  const sentence = wrapText(title, Math.floor((width * 1.7) / titleSize));
  const origin = wrapText(source, Math.floor((width * 1.7) / sourceSize));
  const top = margin + sentence.length * titleSize * lineHeight + 8;
  const foot = top + height + sourceSize;
  const size = {
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(foot + origin.length * sourceSize * lineHeight + margin),
  };
  const sheet = draw('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}` }) as SVGSVGElement;
  sheet.append(draw('rect', { ...size, fill: 'white' }));
  const look = { fill: ink, 'font-family': font };
  sheet.append(...drawLines(sentence, margin, { ...look, 'font-size': titleSize, 'font-weight': 700 }));
  place(chart, { x: margin, y: top, width, height });
  sheet.append(chart);
  sheet.append(...drawLines(origin, foot, { ...look, 'font-size': sourceSize }));
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

function drawLines(
  lines: readonly string[],
  top: number,
  look: Readonly<Record<string, string | number>> & { readonly 'font-size': number },
): readonly SVGElement[] {
  return lines.map((line, index) => {
    const y = top + (index * lineHeight + 1) * look['font-size'];
    const text = draw('text', { x: margin, y, ...look });
    text.textContent = line;
    return text;
  });
}
