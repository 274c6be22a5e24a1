import type { Seal } from '@wayproof/scorecard'

export interface SealRow {
  readonly number: number
  readonly period: string
  readonly version: number
  readonly statement: string
  readonly figures: string
  readonly definitions: string
  readonly evidence: string
  readonly actions: string
  readonly signatures: string
  readonly head: string
}

export const sealOf = ({ number, period, version, statement, head, ...parts }: SealRow): Seal => ({
  number,
  period,
  version,
  statement,
  head,
  parts: {
    figures: parts.figures,
    definitions: parts.definitions,
    evidence: parts.evidence,
    actions: parts.actions,
    signatures: parts.signatures,
  },
})

export const INSERT_SEAL = `INSERT INTO seal
    (number, period, version, statement, figures, definitions, evidence, actions, signatures, head)
  SELECT @number, @period, @version, @statement, @figures, @definitions, @evidence, @actions, @signatures, @head
  WHERE @number = 1 + (SELECT coalesce(max(number), 0) FROM seal)`
