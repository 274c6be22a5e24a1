import type { Locale } from '@wayproof/kernel'
import { messages, periodName } from '@wayproof/messages'
import type { SealFinding, SealVerification } from '@wayproof/scorecard'

/** What became of each seal, and what it means. */
export function sealTable({ seals, paper, holds }: SealVerification, locale: Locale): string {
  const { verify: words } = messages(locale).closing
  const told = seals.length === 0 ? [words.none] : seals.flatMap((seal) => sealLines(seal, locale))
  const onPaper =
    paper === null
      ? words.askForPaper
      : paper.number === null
        ? words.notOnPaper(paper.code)
        : words.onPaper(paper.code, paper.number)
  return [...told, '', holds ? words.holds : words.broken, onPaper].join('\n')
}

function sealLines({ number, period, version, code, faults, registers }: SealFinding, locale: Locale): string[] {
  const { closing, registers: register } = messages(locale)
  const words = closing.verify
  const names: Readonly<Record<string, string>> = register.names
  const name = period ? words.seal(number, periodName(period, locale), version ?? 1) : words.unknownSeal(number)
  const state = faults.length === 0 ? words.good : words.bad(faults.map((fault) => words.faults[fault]))
  const since = registers.filter((each) => each.state !== 'unchanged')
  return [
    `${name}${locale === 'en' ? ': ' : '：'}${state}`,
    ...(code ? [`  ${words.head(code)}`] : []),
    ...since.map((each) => `  ${words.register(names[each.register] ?? each.register, each.state, each.deleted)}`),
  ]
}
