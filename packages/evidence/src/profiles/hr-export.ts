import { type ImportProfile, plainProfile } from '../import/profile.ts'

/** Staff roles from an HR system's export. Four of its 25 columns are read; salaries and birth dates are not. */
export const hrExport: ImportProfile = {
  ...plainProfile,
  encoding: 'utf-16le',
  delimiter: '\t',
  dayFormat: 'M/D/YYYY',
  columns: { number: 'EmployeeID', unit: 'Department', startDay: 'Start_Date', endDay: 'Termination_Date' },
  constants: { role: 'employee' },
  sentinels: { endDay: { '12/12/2999': null } },
}
