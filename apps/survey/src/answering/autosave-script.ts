import { createHash } from 'node:crypto'
import { FORM_ID } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'

type AutosaveWords = Page['words']['autosave']

/** Milliseconds from an input to its saving, so that typing saves at most once in this time. */
const PAUSE = 3_000
const FIRST_RETRY = 5_000
const LONGEST_RETRY = 60_000

/**
 * The script of the questionnaire with the words of a language: saves the form as a draft while the traveler types. The page works
 * without it. It ends at a submission and when the link no longer accepts answers.
 */
export function autosaveScript(sentences: AutosaveWords): string {
  const words = JSON.stringify(sentences)
  return `'use strict';(() => {
const form = document.getElementById('${FORM_ID}')
const words = ${words}
const about = document.createElement('p')
about.className = 'hint'
about.textContent = words.about
form.append(about)
const bar = form.querySelector('.bar')
const status = bar.querySelector('[role]') || document.createElement('span')
status.setAttribute('role', 'status')
bar.append(status)
const page = Math.random().toString(36).slice(2, 12)
let tag = form.dataset.draft || ''
let timer = 0
let retry = ${FIRST_RETRY}
let sending = null
let isChanged = false
let isOver = false
const end = (sentence) => { isOver = true; clearTimeout(timer); if (sentence) status.textContent = sentence }
const later = (pause) => { clearTimeout(timer); timer = setTimeout(save, pause) }
async function save() {
  timer = 0
  if (isOver || sending || !isChanged) return
  isChanged = false
  const body = new URLSearchParams(new FormData(form))
  body.delete('receipt')
  body.set('draft', '${AUTOSAVE}' + page + ':' + tag)
  sending = new AbortController()
  let answer = null
  try {
    answer = await fetch(location.href, { method: 'POST', body, keepalive: true, signal: sending.signal })
  } catch {}
  sending = null
  if (isOver) return
  if (answer && answer.headers.has('${DRAFT_TAG}')) {
    tag = answer.headers.get('${DRAFT_TAG}')
    retry = ${FIRST_RETRY}
    status.textContent = words.saved.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }))
    if (isChanged) later(${PAUSE})
  } else if (answer && answer.status === 412) end(words.elsewhere)
  else if (answer && answer.status === 422) status.textContent = words.faulty
  else if (answer && answer.status < 500 && answer.status !== 429) end(words.over)
  else {
    isChanged = true
    status.textContent = words.offline
    later(retry)
    retry = Math.min(2 * retry, ${LONGEST_RETRY})
  }
}
form.addEventListener('input', () => { isChanged = true; if (!isOver && !timer && !sending) later(${PAUSE}) })
form.addEventListener('submit', () => { end(); if (sending) sending.abort() })
addEventListener('pageshow', (event) => { if (event.persisted) isOver = false })
addEventListener('online', () => later(0))
document.addEventListener('visibilitychange', () => { if (document.hidden) save() })
})()
`
}

/** Path of the script: a hash of its text, so that browsers keep it. */
export function autosavePath(sentences: AutosaveWords): string {
  const hash = createHash('sha256').update(autosaveScript(sentences)).digest('hex').slice(0, 8)
  return `/js/${hash}`
}

/**
 * How an autosave begins: `auto:PAGE:TAG`. PAGE is a random name of the open page; TAG is that of the draft which the
 * page continues, or empty.
 */
export const AUTOSAVE = 'auto:'

/** Response header with the tag of the draft that was just saved; empty if there is none. */
export const DRAFT_TAG = 'Draft-Tag'
