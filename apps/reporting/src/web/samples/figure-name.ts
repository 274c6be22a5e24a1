import type { Messages } from '@wayproof/messages/en'
import type { TracedFigure } from '@wayproof/scorecard/sample/traced-figure'

export function figureName(figure: TracedFigure, { goals, reporting }: Messages): string {
  const names: Partial<Readonly<Record<TracedFigure, string>>> = goals.names
  const indicators: Partial<Readonly<Record<TracedFigure, readonly [string, string]>>> = reporting.measures.indicators
  return names[figure] ?? indicators[figure]?.[0] ?? figure
}
