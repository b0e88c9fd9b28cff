/** Told on the window when a file is handed over; its `detail` is the file's name. */
export const fileSavedEvent = 'file-saved';

/** Hands a file to the browser to save. Nothing leaves the device: the address is the page's own memory. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.dispatchEvent(new CustomEvent(fileSavedEvent, { detail: name }));
  // The browser has taken hold of the content when the click returns, but some read it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
