// Loader hooks of written-instead.mjs.
let change;

export function initialize(data) {
  change = data;
}

export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.split("?")[0].endsWith(`/packages/${change.file}`)) return loaded;
  const parts = String(loaded.source).split(change.stands);
  if (parts.length !== 2) throw new Error(`${change.file}: must have "${change.stands}" once`);
  return { ...loaded, source: parts.join(change.written) };
}
