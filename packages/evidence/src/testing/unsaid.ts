/** Empty cells of a row that no figure uses. */
export const UNSAID = {
  incident: { discovered: null, severity: null, cause: null, dataClasses: null, records: null, recordsTo: null },
  partner: { dataClasses: null, countries: null, criticality: null },
} as const
