/** A source note that some aggregators add after the last sentence. Bounded to limit backtracking. */
const NOTE = /\s*\[citation attribution:[^[\]]{0,300}\]\s*$/i;

/** A paragraph without the source note at its end, and the note if there is one. */
export function cutNote(paragraph: string): { readonly paragraph: string; readonly note?: string } {
  const tail = paragraph.slice(-400);
  const note = tail.trimEnd().endsWith("]") ? NOTE.exec(tail) : null;
  if (note === null) {
    return { paragraph };
  }
  return { paragraph: paragraph.slice(0, paragraph.length - note[0].length), note: note[0].trim() };
}
