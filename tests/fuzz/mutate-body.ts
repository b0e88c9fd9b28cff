/** Bodies that are almost right: most of what goes wrong in a reader goes wrong close to what it expects. */
import type { Random } from '#tests/simulation/random.ts';

type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
type Container = Value[] | { [name: string]: Value };

const oddTexts = ['', '\u0000', '\ud800', '\udc00x', '‮evil', '😀'.repeat(300), '__proto__', 'a'.repeat(70_000), '-1'];
const oddNumbers = [0, -1, 1.5, 1e308, -0, 2 ** 53, 2 ** 31, 0.1 + 0.2];
const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  'id',
  'version',
  'tags',
  'promiseId',
  '\u0000',
];

const isContainer = (value: Value): value is Container => typeof value === 'object' && value !== null;

/** Every place of a value that can be changed: its container and its name there. */
function listPlaces(value: Value): { readonly container: Container; readonly name: string }[] {
  const places: { readonly container: Container; readonly name: string }[] = [];
  const stack: Value[] = [value];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isContainer(next)) continue;
    for (const name of Object.keys(next)) {
      places.push({ container: next, name });
      stack.push((next as Record<string, Value>)[name] ?? null);
    }
  }
  return places;
}

/** Some value of another kind, an odd one of the same kind, or one from elsewhere in the body. */
function makeOddity(random: Random, others: readonly Value[]): Value {
  const choice = random.below(8);
  if (choice === 0) return random.pick(oddTexts);
  if (choice === 1) return random.pick(oddNumbers);
  if (choice === 2) return random.chance(0.5) ? null : random.chance(0.5);
  if (choice === 3) return [];
  if (choice === 4) return { [random.pick(oddNames)]: random.pick(oddTexts) };
  if (choice === 5) return makeDeep(random.below(60));
  if (choice === 6) return crypto.randomUUID();
  return structuredClone(random.pick(others));
}

function makeDeep(depth: number): Value {
  let value: Value = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { deep: value };
  return value;
}

/** In: luck, and a body that is right. Out: its text with up to five things wrong, a few times with bytes wrong. */
export function mutateBody(random: Random, body: object): string {
  const copy = structuredClone(body) as Value;
  for (let count = random.below(5); count > 0; count -= 1) mutateOnce(random, copy);
  const text = JSON.stringify(copy);
  return random.chance(0.1) ? mutateText(random, text) : text;
}

function mutateOnce(random: Random, body: Value): void {
  const places = listPlaces(body);
  if (places.length === 0) return;
  const { container, name } = random.pick(places);
  const holder = container as Record<string, Value>;
  const values = places.map((place) => (place.container as Record<string, Value>)[place.name] ?? null);
  const choice = random.below(6);
  if (choice === 0) deleteAt(container, name);
  else if (choice === 1) holder[random.pick(oddNames.slice(1))] = makeOddity(random, values);
  else if (choice === 2 && Array.isArray(container)) container.push(structuredClone(random.pick(values)));
  else if (choice === 3) holder[name] = structuredClone(random.pick(values));
  else holder[name] = makeOddity(random, values);
}

function deleteAt(container: Container, name: string): void {
  if (!Array.isArray(container)) {
    delete container[name];
    return;
  }
  // Not `splice`: it would ask an array whose `constructor` is an oddity by now.
  container.copyWithin(Number(name), Number(name) + 1);
  container.length -= 1;
}

/** What a broken line or a broken program sends. */
function mutateText(random: Random, text: string): string {
  const at = random.below(text.length);
  const choice = random.below(4);
  if (choice === 0) return text.slice(0, at);
  if (choice === 1) return text.slice(0, at) + String.fromCharCode(random.below(0x250)) + text.slice(at + 1);
  if (choice === 2) return text.slice(0, at) + text.slice(random.below(text.length));
  return text.replace('{', `{"seq":1,"${random.pick(oddNames)}":${'['.repeat(random.below(3000))}`);
}
