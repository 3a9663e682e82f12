/** Name of the antiparticle of a particle that is not its own. */
export function antiName(name: string): string {
  const last = name.at(-1);
  if (name === "p+") return "anti-p-";
  if (last === "+") return `${name.slice(0, -1)}-`;
  if (last === "-") return `${name.slice(0, -1)}+`;
  return `anti-${name}`;
}
