import { type ImportProfile, plainProfile } from '../import/profile.ts'

/**
 * Profile for staff roles from an HR system's export. It reads 4 of the 25 columns, without salaries and birth dates.
 */
export const hrExport: ImportProfile = {
  ...plainProfile,
  encoding: 'utf-16le',
  delimiter: '\t',
  dayFormat: 'M/D/YYYY',
  columns: { number: 'EmployeeID', unit: 'Department', startDay: 'Start_Date', endDay: 'Termination_Date' },
  constants: { role: 'employee' },
  sentinels: { endDay: { '12/12/2999': null } },
}
