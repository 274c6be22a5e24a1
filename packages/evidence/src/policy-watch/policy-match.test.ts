import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainPage } from '../policy-page/page-block.ts'
import { readPage } from '../policy-page/read-page.ts'
import { lettersOf } from '../policy-text/letters.ts'
import { matchPolicy, type PolicyText } from './policy-match.ts'

const six = {
  version: '6',
  text: `隐私政策（第 6 版）
一、我们收集什么
我们仅收集预订行程所必需的信息：姓名、联系方式和证件号码。
二、我们与谁共享
未经您的单独同意，我们不会向第三方提供您的个人信息。
三、您的权利
您可以查阅、更正、删除您的信息，我们在 15 个工作日内答复。`,
}
const seven = {
  version: '7',
  text: `${six.text.replace('第 6 版', '第 7 版')}\n四、我们保存三年，到期后删除或者作匿名化处理。`,
}
const texts = [seven, six] as const

const shown = (text: string) => matchPolicy(plainPage(text), texts)

it('finds a version despite markup, full-width forms, other line breaks and case', () => {
  const html = seven.text
    .split('\n')
    .map((line) => `<p>${line.replace('15', '１５').replace('信息', '<b>信</b>&#24687;')}</p>\r\n\t`)
    .join('')
  expect(matchPolicy(readPage(`<nav>首页 隐私政策</nav>${html}<footer>版权所有</footer>`), texts)).toEqual({
    kind: 'found',
    version: '7',
  })
  const english = 'We keep only what a booking needs, and delete it after three years without being asked to do so.'
  const upper = matchPolicy(plainPage(english.toUpperCase().replaceAll(' ', '\u00a0\n')), [
    { version: '1', text: english },
  ])
  expect(upper).toEqual({ kind: 'found', version: '1' })
})

it('accepts a link to the top between two paragraphs, but no unapproved sentence', () => {
  const lines = seven.text.split('\n')
  const between = (text: string) => [...lines.slice(0, 5), text, ...lines.slice(5)].join('\n')
  expect(shown(between('返回顶部'))).toMatchObject({ kind: 'found' })
  const sold = shown(between('此外，我们会把您的姓名、手机号码和行程信息出售给广告商用于营销。'))
  expect(sold).toMatchObject({ kind: 'other-text', nearest: { version: '7', lacks: null } })
})

it('ignores version numbers: a single changed word makes another text, and the paragraph is named', () => {
  const policyMatch = shown(seven.text.replace('我们不会', '我们会'))
  expect(policyMatch).toMatchObject({ kind: 'other-text', nearest: { version: '7' } })
  if (policyMatch.kind !== 'other-text') return
  expect(policyMatch.nearest.lacks).toContain('我们不会向第三方提供')
  expect(policyMatch.nearest.share.numerator).toBeLessThan(policyMatch.nearest.share.denominator)
  expect(shown(`版本 7。${'关于我们的公司历史与愿景。'.repeat(30)}`)).toMatchObject({
    nearest: { share: { numerator: 0 } },
  })
})

it('distinguishes a version from a longer one that contains it, whichever is in force', () => {
  const added = { version: '8', text: `${seven.text}\n五、未成年人的信息由监护人同意后处理，并单独保存。` }
  for (const order of [[added, seven] as const, [seven, added] as const]) {
    expect(matchPolicy(plainPage(added.text), order)).toEqual({ kind: 'found', version: '8' })
    expect(matchPolicy(plainPage(seven.text), order)).toEqual({ kind: 'found', version: '7' })
  }
  expect(shown(six.text)).toEqual({ kind: 'found', version: '6' })
})

it('a page filled in by a script is unreadable', () => {
  expect(shown('首页 登录 请启用 JavaScript')).toEqual({ kind: 'too-little-text' })
})

it('finds every text that a page shows completely, and none with a missing letter', () => {
  const line = fc.string({
    unit: fc.constantFrom('我', '们', 'a', 'B', '９', 'é', ' ', '，', '-'),
    minLength: 1,
    maxLength: 40,
  })
  const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'))
  const sound = text.filter((one) => lettersOf(one).length >= 30)
  fc.assert(
    fc.property(sound, fc.string(), fc.string(), (one, before, after) => {
      const only: readonly [PolicyText] = [{ version: '1', text: one }]
      expect(matchPolicy(plainPage(`${before}\n${one.replaceAll('\n', '\n\t ')}\n${after}`), only)).toEqual({
        kind: 'found',
        version: '1',
      })
    }),
  )
  fc.assert(
    fc.property(sound, fc.nat(), (one, at) => {
      const letters = [...lettersOf(one)]
      const without = letters.toSpliced(at % letters.length, 1).join('')
      expect(matchPolicy(plainPage(without), [{ version: '1', text: one }]).kind).not.toBe('found')
    }),
  )
})
