/** The beginning of a text on one line, and that there is more. @param most characters, as people count them */
export function excerpt(text: string, most = 60): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
