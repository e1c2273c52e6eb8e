/** Hands a file that was made in the page to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the blob by the next task; the address is no longer needed.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
