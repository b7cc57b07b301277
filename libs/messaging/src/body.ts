/** The JSON that a message holds; undefined when it is none. */
export function bodyOf(message: { json(): unknown }): unknown {
  try {
    return message.json();
  } catch {
    return undefined;
  }
}
