import { type ImportProfile, plainProfile } from '../import/profile.ts'

/** Staff roles from an HR system's export. Of its 25 columns, salaries and birth dates among them, four are read. */
export const hrExport: ImportProfile = {
  ...plainProfile,
  encoding: 'utf-16le',
  delimiter: '\t',
  dayFormat: 'M/D/YYYY',
  columns: { number: 'EmployeeID', unit: 'Department', startDay: 'Start_Date', endDay: 'Termination_Date' },
  constants: { role: 'employee' },
  sentinels: { endDay: { '12/12/2999': null } },
}
