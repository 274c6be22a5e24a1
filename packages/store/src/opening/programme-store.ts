import {
  type Checklist,
  DEFAULT_PROGRAMME,
  type OpeningQuestion,
  type Programme,
  type ProgrammeStore,
} from '@wayproof/survey'
import type { Database } from '../engine/database.ts'
import { mailRouteStore } from './mail-route.ts'

type ProgrammeRow = Omit<Programme, 'runs' | 'localHolidays'> & {
  readonly runs: number
  readonly localHolidays: string
}

const PROGRAMME = `SELECT runs, runs_since AS runsSince, mode, sample_size AS sampleSize, days_open AS daysOpen,
  first_reminder_days AS firstReminderDays, last_reminder_days AS lastReminderDays, letter_limit AS letterLimit,
  local_holidays AS localHolidays FROM programme WHERE id = 1`

const SAVE_PROGRAMME = `INSERT INTO programme (id, runs, runs_since, mode, sample_size, days_open, first_reminder_days,
    last_reminder_days, letter_limit, local_holidays)
  VALUES (1, @runs, @runsSince, @mode, @sampleSize, @daysOpen, @firstReminderDays, @lastReminderDays, @letterLimit,
    @localHolidays)
  ON CONFLICT (id) DO UPDATE SET runs = excluded.runs, runs_since = excluded.runs_since, mode = excluded.mode,
    sample_size = excluded.sample_size, days_open = excluded.days_open,
    first_reminder_days = excluded.first_reminder_days, last_reminder_days = excluded.last_reminder_days,
    letter_limit = excluded.letter_limit, local_holidays = excluded.local_holidays`

const CHECKLIST = `SELECT basis_profiles AS basisProfiles, notice_version AS noticeVersion, assessed_on AS assessedOn,
  backup_days AS backupDays, persons_abroad AS personsAbroad, confirmed_at AS confirmedAt, confirmed_by AS confirmedBy FROM checklist WHERE id = 1`

const SAVE_CHECKLIST = `INSERT INTO checklist (id, basis_profiles, notice_version, assessed_on, backup_days, persons_abroad,
    confirmed_at, confirmed_by)
  VALUES (1, @basisProfiles, @noticeVersion, @assessedOn, @backupDays, @personsAbroad, @confirmedAt, @confirmedBy)
  ON CONFLICT (id) DO UPDATE SET basis_profiles = excluded.basis_profiles,
    notice_version = excluded.notice_version, assessed_on = excluded.assessed_on,
    backup_days = excluded.backup_days, persons_abroad = excluded.persons_abroad,
    confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by`

const UNANSWERED = `left_out_at IS NULL AND NOT EXISTS (SELECT 1 FROM wave WHERE wave.period = opening_question.period)`

const QUESTIONS = `SELECT period, reason, due_at AS dueAt, asked_at AS askedAt, left_out_at AS leftOutAt
  FROM opening_question WHERE ${UNANSWERED} ORDER BY period DESC`

export function programmeStore(database: Database): ProgrammeStore {
  return {
    ...mailRouteStore(database),
    programme: async () => {
      const row = database.read<ProgrammeRow>(PROGRAMME).get()
      return row
        ? { ...row, runs: row.runs === 1, localHolidays: JSON.parse(row.localHolidays) as string[] }
        : DEFAULT_PROGRAMME
    },
    saveProgramme: (programme) =>
      database.write((sql) => {
        const { runs, localHolidays } = programme
        sql(SAVE_PROGRAMME).run({ ...programme, runs: runs ? 1 : 0, localHolidays: JSON.stringify(localHolidays) })
      }),
    checklist: async () => database.read<Checklist>(CHECKLIST).get() ?? null,
    saveChecklist: (checklist) => database.write((sql) => void sql(SAVE_CHECKLIST).run({ ...checklist })),
    askAboutOpening: (question) =>
      database.write((sql) => {
        sql(`INSERT INTO opening_question (period, reason, due_at, asked_at)
          VALUES (@period, @reason, @dueAt, @askedAt) ON CONFLICT (period) DO NOTHING`).run({ ...question })
      }),
    askedAboutOpening: async (period) =>
      database.read('SELECT 1 FROM opening_question WHERE period = ?').get(period) !== undefined,
    openingQuestions: async () => database.read<OpeningQuestion>(QUESTIONS).all(),
    leaveOutOpening: (period, by, at) =>
      database.write((sql) => {
        const text = `UPDATE opening_question SET left_out_at = ?, left_out_by = ? WHERE period = ? AND ${UNANSWERED}`
        return sql(text).run(at, by, period).changes === 1
      }),
  }
}
