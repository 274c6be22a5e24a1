import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { csv } from './csv.ts'

/** A form, one field of it, whether it must be filled in, and whether its purpose needs it. */
const points = [
  ['B1', '预订表单（booking form）', 'online', '姓名（name）', 'yes', 'yes', '预订（booking）'],
  ['B1', '预订表单（booking form）', 'online', '手机号（telephone）', 'yes', 'yes', '行程通知（travel notices）'],
  ['B1', '预订表单（booking form）', 'online', '证件号（document number）', 'yes', 'yes', '出票（ticketing）'],
  ['B1', '预订表单（booking form）', 'online', '职业（occupation）', 'no', 'no', '统计（statistics）'],
  ['M1', '会员注册（membership）', 'online', '邮箱（email）', 'yes', 'yes', '账户（account）'],
  ['M1', '会员注册（membership）', 'online', '生日（birthday）', 'yes', 'no', '生日祝福（birthday greetings）'],
  ['R1', '门店登记表（branch form）', 'offline', '姓名（name）', 'yes', 'yes', '登记（registration）'],
  ['R1', '门店登记表（branch form）', 'offline', '健康状况（health）', 'no', 'yes', '特殊协助（assistance）'],
] as const

const systems = [
  ['SYS-1', '预订系统（booking system）', 'yes', 'yes', 'yes'],
  ['SYS-2', '会员系统（membership system）', 'yes', 'yes', 'yes'],
  ['SYS-3', '客服系统（customer service system）', 'yes', 'no', 'yes'],
  ['SYS-4', '门店终端（branch terminals）', 'yes', 'yes', 'yes'],
  ['SYS-5', '官网内容管理（website content）', 'no', 'yes', 'yes'],
] as const

/** Forms that collect customers' data and systems that store it, as checked on a day; `version`: the policy in force. */
export const placeFiles = (checkedOn: CalendarDate, version: string): Readonly<Record<string, string>> => ({
  'collection-points': csv(
    ['pointId', 'form', 'place', 'field', 'mandatory', 'needed', 'purpose', 'noticeVersion', 'checkedOn'],
    points.map((point) => [...point, version, checkedOn]),
  ),
  systems: csv(
    ['id', 'name', 'customerData', 'encryptedAtRest', 'encryptedInTransit', 'checkedOn'],
    systems.map((system) => [...system, checkedOn]),
  ),
})
