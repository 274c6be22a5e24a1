/** The cells of a row that figures do not ask for, all of them empty. */
export const UNSAID = {
  incident: { discovered: null, severity: null, cause: null, dataClasses: null, records: null, recordsTo: null },
  partner: { dataClasses: null, countries: null, criticality: null },
} as const
