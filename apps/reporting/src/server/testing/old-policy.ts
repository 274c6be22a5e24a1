/** Rows of a platform that was checked in June 2026 and shows an old policy, so that its goal is missed. */
export const OLD_POLICY = {
  policy_version: [{ version: '6', approved_on: '2026-01-01', import_id: 'i', row_number: 2 }],
  policy_surface: [
    {
      ...{ id: 'web', name: 'Website', kind: 'website', url: 'https://x.example/privacy', languages: 'en' },
      ...{ collects_personal_data: true, active_from: '2026-01-01', import_id: 'i', row_number: 2 },
    },
  ],
  policy_check: [
    {
      ...{ surface_id: 'web', language: 'en', version: '5', published_on: '2026-01-02', checked_on: '2026-06-25' },
      ...{ import_id: 'i', row_number: 2 },
    },
  ],
}
