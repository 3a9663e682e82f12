import { copyFileSync, existsSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** Puts the script and the style of a build without chunks into its page, which then opens from `file://`. */
export function oneFile(): Plugin {
  return {
    name: "one-file",
    // The folder offers the one file for download.
    writeBundle({ dir = "." }) {
      const site = path.join(dir, "../site");
      if (existsSync(site)) copyFileSync(path.join(dir, "index.html"), path.join(site, "explorer.html"));
    },
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const page = files.find((f) => f.fileName.endsWith(".html"));
        const scripts = files.filter((f) => f.type === "chunk");
        const style = files.find((f) => f.fileName.endsWith(".css"));
        if (page?.type !== "asset" || scripts.length !== 1) {
          this.error(`one-file: one page and one script are needed, got ${files.map((f) => f.fileName).join(", ")}`);
        }
        const css = style?.type === "asset" ? text(style.source) : "";
        const code = scripts[0].code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
        page.source = text(page.source)
          .replace(/<script type="module"[^>]*><\/script>/, "")
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
          .replace("</body>", () => `<script type="module">${code}</script></body>`);
        for (const f of files) if (f !== page) Reflect.deleteProperty(bundle, f.fileName);
      },
    },
  };
}

function text(source: string | Uint8Array): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
