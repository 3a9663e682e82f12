/**
 * Write texts into a folder, which is made when it does not exist.
 * @param folder - Path of the folder.
 * @param files - File names with their texts.
 * @returns Paths of the files written.
 */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { mkdir, writeFile } = await import("node:fs/promises");
  const path = await import("node:path");
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const file = path.join(folder, name);
      await writeFile(file, text, "utf8");
      return file;
    }),
  );
}
