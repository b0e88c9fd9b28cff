/** SHA-256 of a text as UTF-8, in 64 hexadecimal digits: what people sign, and what proves later that nothing was changed. */
export async function sumText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
