/** One field and its button: what is looked for on a page. */
import { type Html, html } from '../html/html.ts'

interface SearchForm {
  readonly action: string
  readonly name: string
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly required?: boolean
}

export const searchForm = ({
  action,
  name,
  value,
  label,
  hint,
  button,
  required = false,
}: SearchForm): Html =>
  html`<form class="ask" action="${action}" method="get" role="search">
    <label for="${name}">${label}</label>
    <div class="row">
      <input
        id="${name}"
        name="${name}"
        type="search"
        ${required ? 'required' : ''}
        maxlength="2000"
        value="${value}"
        placeholder="${hint}"
      />
      <button class="go" type="submit">${button}</button>
    </div>
  </form>`
