/** The form for a token, in place of whatever was asked for. */
import { html, NONE } from '../html/html.ts'
import type { View } from '../html/view.ts'
import type { Asked } from '../site.ts'
import { pageHtml } from './layout.ts'

interface LoginOptions {
  /** Where it leads. */
  readonly next: string
  readonly refused: boolean
  /** Whether people may log in by OpenID Connect. */
  readonly byProvider: boolean
}

export function loginPage(
  c: Asked,
  { words }: View,
  { next, refused, byProvider }: LoginOptions,
): Response | Promise<Response> {
  return c.html(
    pageHtml(
      { words, title: words.logIn, path: '/' },
      html`<h1>${words.logIn}</h1>
        <p class="lead">${words.logInWhy}</p>
        ${refused ? html`<p class="failed" role="alert">${words.noToken}</p>` : NONE}
        ${
          byProvider
            ? html`<p>
                <a class="go" href="/login/provider?${new URLSearchParams({ next }).toString()}"
                  >${words.logInAtProvider}</a
                >
              </p>`
            : NONE
        }
        <form class="ask" action="/login" method="post">
          <input type="hidden" name="next" value="${next}" />
          <label for="token">${words.token}</label>
          <div class="row">
            <input id="token" name="token" type="password" required autocomplete="off" />
            <button class="go" type="submit">${words.logIn}</button>
          </div>
        </form>`,
    ),
    401,
  )
}
