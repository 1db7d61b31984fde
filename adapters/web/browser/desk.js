/** Answers as they come, without a new page; what every page does without a script stays as it is. */

const form = document.querySelector('#ask')
const turns = document.querySelector('#turns')

if (form instanceof HTMLFormElement && turns instanceof HTMLElement) {
  const input = form.querySelector('#q')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') query.set(name, value)
    void show(turns, query)
    if (input instanceof HTMLInputElement) input.value = ''
  })
  turns.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.follow') : null
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    event.preventDefault()
    void show(turns, new URL(link.href).searchParams)
  })
  turns.addEventListener('submit', (event) => {
    const sent = event.target
    if (!(sent instanceof HTMLFormElement) || !sent.matches('.feedback')) return
    event.preventDefault()
    void rate(sent, event.submitter)
  })
}

/**
 * The newest stands first, right below the field.
 * @param {HTMLElement} into
 * @param {URLSearchParams} query
 */
async function show(into, query) {
  into.querySelector('.examples')?.remove()
  const waiting = document.createElement('p')
  waiting.className = 'note'
  waiting.setAttribute('role', 'status')
  waiting.textContent = into.dataset['working'] ?? ''
  into.prepend(waiting)
  try {
    const response = await fetch(`/turn?${query.toString()}`)
    const html = await response.text()
    const turn = new DOMParser().parseFromString(html, 'text/html').querySelector('.turn')
    if (turn === null) throw new Error(response.statusText)
    waiting.replaceWith(turn)
    history.replaceState(null, '', `/?${query.toString()}`)
    focusOn(turn.querySelector('h2'))
  } catch {
    waiting.textContent = into.dataset['unreachable'] ?? ''
    waiting.className = 'failed'
  }
}

/**
 * @param {HTMLFormElement} sent
 * @param {HTMLElement | null} button
 */
async function rate(sent, button) {
  const body = new FormData(sent)
  if (button instanceof HTMLButtonElement) body.set(button.name, button.value)
  const response = await fetch(sent.action, { method: 'post', body }).catch(() => undefined)
  if (response?.ok !== true) return
  const noted = document.createElement('span')
  noted.setAttribute('role', 'status')
  noted.textContent = sent.dataset['noted'] ?? ''
  sent.replaceWith(noted)
}

const add = document.querySelector('#add')
if (add instanceof HTMLFormElement) {
  const files = add.querySelector('#files')
  add.addEventListener('submit', (event) => {
    event.preventDefault()
    send(add)
  })
  onDrop(add, files, () => send(add))
}

const check = document.querySelector('#check')
if (check instanceof HTMLFormElement)
  onDrop(check, check.querySelector('#file'), () => check.requestSubmit())

/**
 * Files that are dropped on a form are those of its field.
 * @param {HTMLFormElement} onto
 * @param {Element | null} field
 * @param {() => void} taken
 */
function onDrop(onto, field, taken) {
  onto.addEventListener('dragover', (event) => event.preventDefault())
  onto.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files
    // What is dragged is words, perhaps, into the field of the draft.
    if (!(field instanceof HTMLInputElement) || files === undefined || files.length === 0) return
    event.preventDefault()
    field.files = files
    taken()
  })
}

/**
 * Sends a form and tells how far it is; then what came of it.
 * @param {HTMLFormElement} filled
 */
function send(filled) {
  const body = new FormData(filled)
  const bar = document.createElement('progress')
  const told = document.createElement('p')
  told.className = 'note'
  told.setAttribute('role', 'status')
  bar.setAttribute('aria-label', filled.dataset['sending'] ?? '')
  filled.replaceChildren(told, bar)
  told.textContent = filled.dataset['sending'] ?? ''
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.max = total
    bar.value = loaded
    if (loaded === total) {
      bar.removeAttribute('value')
      told.textContent = filled.dataset['reading'] ?? ''
    }
  })
  request.addEventListener('load', () => {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html')
    const added = page.querySelector('.added') ?? page.querySelector('main') ?? page.body
    filled.replaceChildren(...added.childNodes)
    filled.setAttribute('role', 'status')
  })
  request.addEventListener('error', () => {
    bar.remove()
    told.className = 'failed'
    told.textContent = filled.dataset['unreachable'] ?? ''
  })
  request.open('post', filled.action)
  request.send(body)
}

// What a citation led to has the focus, so that a reader goes on from there.
if (location.hash === '#quote') focusOn(document.querySelector('#quote'))

/** @param {Element | null} element */
function focusOn(element) {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
}
