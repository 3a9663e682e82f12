/** Light where it was dark and dark where it was light; the system decides until the button is pressed. */
export function toggleTheme(): void {
  const { style } = document.documentElement;
  const dark =
    style.colorScheme === "" ? matchMedia("(prefers-color-scheme: dark)").matches : style.colorScheme === "dark";
  style.colorScheme = dark ? "light" : "dark";
}
