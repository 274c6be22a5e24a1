import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { describe, expect, it } from 'vitest'
import type { Letter, LetterOf } from '../letter/letter.ts'
import { OPTION_LINKS } from '../letter/letter-content.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { letterRenderer, renderLetter } from './render-letter.ts'

const links = (n: number) => ({ survey: `https://s.example/s/${n}`, unsubscribe: `https://s.example/u/${n}` })
const [invitation, , summary] = sampleLetters('en') as [Letter, Letter, Letter]

describe('letterRenderer', () => {
  it('renders letters with equal words once, and inserts the links of each', async () => {
    const render = letterRenderer()
    const first = await render(invitation, { organisation, links: links(1) })
    const second = await render(invitation, { organisation, links: links(2) })
    expect(first.text).toContain('/s/1')
    expect(second.html).toContain('/s/2')
    expect(second.html).not.toContain('/s/1')
    expect(second).toEqual(await renderLetter(invitation, { organisation, links: links(2) }))
  })

  it('renders letters again if their words differ', async () => {
    const render = letterRenderer()
    await render(invitation, { organisation, links: links(1) })
    const chinese = await render({ ...invitation, locale: 'zh-CN' }, { organisation, links: links(1) })
    const renderedLetter = await render(invitation, {
      organisation: { ...organisation, nameEn: 'Nearby' },
      links: links(1),
    })
    const larger = { ...invitation, data: { ...invitation.data, smallestGroup: 8 } } as Letter
    expect((await render(larger, { organisation, links: links(1) })).text).toContain('fewer than 8 people')
    expect(chinese.html).toContain('远行旅行社')
    expect(renderedLetter.html).toContain('Nearby')
  })

  it('renders letters again if only the labels of the scale differ, as in a test of a new version', async () => {
    const render = letterRenderer()
    const asking = (label: string): Letter => {
      const { sat5 } = DEFAULT_QUESTIONNAIRE.scales
      const points = (sat5?.points ?? []).map((point) => ({ ...point, en: `${label} ${point.value}` }))
      const scales = { ...DEFAULT_QUESTIONNAIRE.scales, ...(sat5 && { sat5: { ...sat5, points } }) }
      const question = firstQuestion({ ...DEFAULT_QUESTIONNAIRE, scales })
      return { ...invitation, data: { ...invitation.data, question } } as Letter
    }
    const options = Object.fromEntries(OPTION_LINKS.map((link) => [link, `https://s.example/s/1?p=${link}`]))
    const context = { organisation, links: { ...links(1), ...options } }
    await render(asking('old'), context)
    expect((await render(asking('new'), context)).text).toContain('new 5')
  })

  it('lists the improvements since the last wave in an invitation, and not in a reminder', async () => {
    const render = letterRenderer()
    const [letter = invitation] = sampleLetters('en').filter(({ data }) => 'improvements' in data)
    const { did, didHeading } = messages('en').letters.survey
    const said = async (letter: Letter) => {
      const { html, text } = await render(letter, { organisation, links: links(1) })
      const sentences = [didHeading, did, 'Closing an account takes three steps instead of nine.']
      return [html, text].map((part) => sentences.filter((sentence) => part.includes(sentence)).length)
    }
    expect(await said(invitation)).toEqual([0, 0])
    expect(await said(letter)).toEqual([3, 3])
    expect(await said({ ...letter, kind: 'survey-reminder' } as Letter)).toEqual([0, 0])
  })

  it.each(LOCALES)('gives the invitation and both reminders a subject of their own, in %s', async (locale) => {
    const [letter = invitation] = sampleLetters(locale)
    const kinds = ['survey-invitation', 'survey-reminder', 'survey-last-reminder'] as const
    const subjects = await Promise.all(
      kinds.map(
        async (kind) => (await renderLetter({ ...letter, kind } as Letter, { organisation, links: links(1) })).subject,
      ),
    )
    expect(new Set(subjects).size).toBe(3)
    expect(subjects[1]).toMatch(/^(Reminder|提醒)/)
    expect(subjects[2]).toMatch(/^(Last reminder|最后一次提醒)/)
  })

  it('shows the head of the chain and the seal state of the half-year below a summary', async () => {
    const render = letterRenderer()
    const [open, letter] = sampleLetters('en').filter(({ kind }) => kind === 'executive-summary')
    const reporting = { reporting: 'https://w.example/' }
    const footOf = async (letter = summary) => (await render(letter, { organisation, links: reporting })).text
    const head = 'Seal code: 7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61 (seal 3, first half of 2025)'
    expect(await footOf(open)).toContain('Not sealed yet: figures may still change.')
    expect(await footOf(open)).toContain(head)
    expect(await footOf(letter)).toContain('Sealed on 12 February 2026 by 6 people, version 2.')
    expect(await footOf(letter)).toContain('three steps instead of nine: done. in use since October')
  })

  it('names in a summary the last counted day and the day of the registers’ state', async () => {
    const summaries = (locale: 'en' | 'zh-CN') =>
      sampleLetters(locale).filter(({ kind }) => kind === 'executive-summary') as LetterOf<'executive-summary'>[]
    const [open, sealed] = summaries('en')
    const [chinese] = summaries('zh-CN')
    const { recordedOn: _, ...unsaid } = open!.data
    const said: readonly (readonly [Letter, string])[] = [
      [open!, 'Through 31 December 2025, as recorded on 12 January 2026 · Rule version 1'],
      [chinese!, '截至2025年12月31日，依据2026年1月12日的记录 · 规则版本 1'],
      // Frozen before its seal.
      [sealed!, 'Through 31 December 2025, as recorded on 9 February 2026 · Rule version 1'],
      // A letter queued by version 0.1.0 has no day.
      [{ ...open!, data: unsaid }, 'Through 31 December 2025 · Rule version 1'],
    ]
    for (const [letter, foot] of said) {
      const { html, text } = await renderLetter(letter, { organisation, links: { reporting: 'https://w.example/' } })
      expect([html.includes(foot), text.includes(foot)], foot).toEqual([true, true])
    }
  })

  it('lists in a summary the gap of each goal to green, and the change of satisfaction', async () => {
    const { html, text } = await renderLetter(summary, { organisation, links: { reporting: 'https://w.example/' } })
    const nb = (part: string) => part.replaceAll('\u00a0', ' ')
    for (const sentence of [
      'Missed by 20 passes. The period has ended; only a correction can change this.',
      '2.3 points above target, about 27 satisfied answers.',
      'vs. the previous half-year: +3.2 points (98% interval +0.4 to +6.1 points), beyond sampling error.',
    ]) {
      expect(nb(html)).toContain(sentence)
      expect(nb(text)).toContain(sentence)
    }
  })

  it('renders the personal part of each letter', async () => {
    const render = letterRenderer()
    const rightsCase = 'https://s.example/rights/case'
    const [code, answer, certificate] = (['rights-code', 'rights-message', 'unlinking-certificate'] as const).map(
      (kind) => sampleLetters('en').find((letter) => letter.kind === kind)!,
    )
    const told = async (letter: Letter, data: object) => {
      const other = { ...letter, data: { ...letter.data, ...data } } as Letter
      const links = { rightsCase, reporting: 'https://w.example/' }
      return [await render(letter, { organisation, links }), await render(other, { organisation, links })]
    }
    for (const [letter, data] of [
      [code, { code: '11112222' }],
      [answer, { text: 'Another' }],
      [certificate, { closedOn: '2026-02-01' }],
    ] as const) {
      const [first, second] = await told(letter!, data)
      expect(second?.text).not.toBe(first?.text)
    }
  })

  it('does not certify a wave with remaining traces, even if no answer can be tied', async () => {
    const letter = sampleLetters('en').find(({ kind }) => kind === 'unlinking-certificate')!
    const { anonymity } = (letter as LetterOf<'unlinking-certificate'>).data
    const links = { reporting: 'https://w.example/' }
    const withTraces = { ...letter, data: { ...letter.data, anonymity: { ...anonymity, remindedKnown: 2 } } } as Letter
    const { subject, text } = await renderLetter(withTraces, { organisation, links })
    expect(subject).toContain('not anonymous')
    expect(text).not.toContain('0 of ')
    expect(text).toContain('2 people got a reminder')
  })

  it.each(['question', 'extension'] as const)('does not call a %s an answer to the request', async (purpose) => {
    const letter = sampleLetters('zh-CN').find(({ kind }) => kind === 'rights-message')!
    const asked = { ...letter, data: { ...letter.data, purpose } } as Letter
    const { text } = await renderLetter(asked, { organisation, links: { rightsCase: 'https://s.example/rights/case' } })
    expect(text).toContain('远行旅行社个人信息保护负责人：')
    expect(text).not.toMatch(/答复如下|已有答复/)
  })

  it('escapes links and names, and refuses links that are not web addresses', async () => {
    const hostile = { ...organisation, nameEn: '<b>&"x' }
    const { html } = await renderLetter(invitation, {
      organisation: hostile,
      links: { survey: 'https://s.example/s/1?a=1&b="<', unsubscribe: 'https://s.example/u/1' },
    })
    expect(html).toContain('&lt;b&gt;&amp;')
    expect(html).toContain('a=1&amp;b=&quot;&lt;')
    const bad = { survey: 'https://s.example/\r\nBcc: x@y.example', unsubscribe: 'https://s.example/u/1' }
    await expect(renderLetter(invitation, { organisation, links: bad })).rejects.toThrow('survey link')
    await expect(renderLetter(summary, { organisation, links: {} })).rejects.toThrow('reporting link')
  })

  it.each(LOCALES)('declares no language but its own, in %s', async (locale) => {
    const at = 'https://w.example/x'
    const all = {
      ...Object.fromEntries(OPTION_LINKS.map((name) => [name, at])),
      survey: at,
      unsubscribe: at,
      reporting: at,
      dashboard: at,
      sealCheck: at,
      userInvitation: at,
      passwordReset: at,
      rightsCase: at,
    }
    for (const letter of sampleLetters(locale)) {
      const { html } = await renderLetter(letter, { organisation, links: all })
      const declared = [...html.matchAll(/ lang="([^"]*)"/g)].map(([, lang]) => lang)
      expect(declared.length).toBeGreaterThan(0)
      expect(new Set(declared)).toEqual(new Set([locale]))
    }
  })

  it.each(LOCALES)('uses the only name of an organization in every letter, in %s', async (locale) => {
    const at = 'https://w.example/x'
    const links = {
      ...Object.fromEntries(OPTION_LINKS.map((name) => [name, at])),
      survey: at,
      unsubscribe: at,
      reporting: at,
      dashboard: at,
      sealCheck: at,
      userInvitation: at,
      passwordReset: at,
      rightsCase: at,
    }
    const both = { ...organisation, nameZh: 'Faraway', nameEn: 'Faraway' }
    for (const letter of sampleLetters(locale)) {
      const renderedLetter = await renderLetter(letter, { organisation: both, links })
      for (const missing of [{ nameZh: '' }, { nameEn: '' }])
        expect(await renderLetter(letter, { organisation: { ...both, ...missing }, links })).toEqual(renderedLetter)
    }
  })

  it('writes a subject on one line for any name of the organization', async () => {
    const named = { ...organisation, nameEn: 'A\r\nBcc: evil@y.example\u202eB' }
    const letter = sampleLetters('en').find(({ kind }) => kind === 'user-invitation') as Letter
    const { subject } = await renderLetter(letter, {
      organisation: named,
      links: { userInvitation: 'https://r.example/i' },
    })
    expect(subject).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it.each([
    ['en', 'The link works once and expires on 26 January 2026, 00:30 (China Standard Time).'],
    ['zh-CN', '链接有效期至 2026年1月26日 00:30（中国标准时间），只能使用一次。'],
  ] as const)('tells an invited user until when the link holds, in %s', async (locale, sentence) => {
    const letter = sampleLetters(locale).find(({ kind }) => kind === 'user-invitation') as LetterOf<'user-invitation'>
    const context = { organisation, links: { userInvitation: 'https://r.example/i' } }
    const render = letterRenderer()
    const { text, html } = await render(letter, context)
    expect(text.replace(/\s+/g, ' ')).toContain(sentence)
    expect(html).toContain('00:30')
    const until = { at: Date.UTC(2026, 1, 1), timeZone: 'Asia/Shanghai' }
    const later = await render({ ...letter, data: { ...letter.data, until } }, context)
    expect(later.text).toContain('08:00')
  })
})
