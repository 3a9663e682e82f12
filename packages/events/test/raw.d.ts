declare module "*?raw" {
  const text: string;
  export default text;
}

interface ImportMeta {
  glob<T>(pattern: string, options: { query: string; import: "default"; eager: true }): Record<string, T>;
}
