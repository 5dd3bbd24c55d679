/** Hands the person a file. No permission is needed, and nothing leaves the computer. */
export function saveAsFile(
  name: string,
  type: 'application/json' | 'text/csv',
  text: string,
): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
