/** Words as somebody wrote them: paragraphs and line breaks kept, in their own language. */

/** Shows plain text; nothing in it is ever read as markup. */
export const PlainText = (props: { text: string; lang: string }) => (
  <div class="flow tight" lang={props.lang} dir="auto">
    {props.text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part, i) => (
        <p key={i}>{part.split('\n').flatMap((line, n) => (n === 0 ? [line] : [<br key={n} />, line]))}</p>
      ))}
  </div>
)
