import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { SampleFinding, SealFinding, SealVerification } from '@wayproof/scorecard/closing/seals/seal-finding'

/** Result for each seal, and its meaning. */
export function sealTable({ seals, samples, paper, holds }: SealVerification, locale: Locale): string {
  const { verify: words } = messages(locale).closing
  const sealTexts = seals.length === 0 ? [words.none] : seals.flatMap((seal) => sealLines(seal, locale))
  const onPaper =
    paper === null
      ? words.askForPaper
      : paper.number !== null
        ? words.onPaper(paper.code, paper.number)
        : paper.sample !== null
          ? words.onPaperSample(paper.code, paper.sample)
          : words.notOnPaper(paper.code)
  const sampled = samples.flatMap((sample) => sampleLines(sample, locale))
  return [...sealTexts, ...sampled, '', holds ? words.holds : words.broken, onPaper].join('\n')
}

function sampleLines({ number, of, faults }: SampleFinding, locale: Locale): string[] {
  const {
    closing,
    goals,
    reporting,
    reporting: { measures },
  } = messages(locale)
  const names: Readonly<Record<string, string>> = goals.names
  const indicators: Readonly<Record<string, readonly [string, string]>> = measures.indicators
  const words = closing.verify
  const figure = of && (names[of.figure] ?? indicators[of.figure]?.[0] ?? of.figure)
  const name = words.sample(number, of && `${figure}, ${periodName(of.period, locale)}`)
  const state = faults.length === 0 ? words.good : words.bad(faults.map((fault) => words.sampleFaults[fault]))
  return [reporting.shell.labelled(name, state), ...(of ? [`  ${words.head(of.code)}`] : [])]
}

function sealLines({ number, period, version, code, faults, registers }: SealFinding, locale: Locale): string[] {
  const { closing, registers: register } = messages(locale)
  const words = closing.verify
  const names: Readonly<Record<string, string>> = register.names
  const name = period ? words.seal(number, periodName(period, locale), version ?? 1) : words.unknownSeal(number)
  const state = faults.length === 0 ? words.good : words.bad(faults.map((fault) => words.faults[fault]))
  const changedRegisters = registers.filter(
    (registerFinding) => !['unchanged', 'added-to'].includes(registerFinding.state),
  )
  return [
    `${name}${locale === 'en' ? ': ' : '：'}${state}`,
    ...(code ? [`  ${words.head(code)}`] : []),
    ...changedRegisters.map(
      (registerFinding) =>
        `  ${words.register(names[registerFinding.register] ?? registerFinding.register, registerFinding.state, registerFinding.deleted)}`,
    ),
  ]
}
