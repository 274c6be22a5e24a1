import type { Messages } from '@wayproof/messages'
import type { TracedFigure } from '@wayproof/scorecard'

export function figureName(figure: TracedFigure, { goals, reporting }: Messages): string {
  const names: Partial<Readonly<Record<TracedFigure, string>>> = goals.names
  const indicators: Partial<Readonly<Record<TracedFigure, readonly [string, string]>>> = reporting.measures.indicators
  return names[figure] ?? indicators[figure]?.[0] ?? figure
}
