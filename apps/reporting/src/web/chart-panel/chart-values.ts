import { createContext, useContext } from 'react'

/** The table behind a chart. */
export interface ChartValues {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Has a screen reader read a text. */
  say(text: string): void
}

export const ChartValuesContext = createContext<ChartValues>({ columns: [], rows: [], say: () => undefined })

export const useChartValues = (): ChartValues => useContext(ChartValuesContext)
