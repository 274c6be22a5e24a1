import type { LocalText } from '@wayproof/kernel/people/locale'
import { educationFiles } from './education.ts'
import { random } from './random.ts'
import { pastScanFiles } from './scans.ts'

// The two years of the sample company before the half-year that the demo plays, in the words of its people.

/** Registers of the year before that of the company, which the company's own files leave out. */
export function pastFiles(seed: string, year: number): Readonly<Record<string, string>> {
  const draw = random(`${seed}/${year}/past`)
  return {
    ...educationFiles(draw.part('education'), year - 1),
    ...pastScanFiles(draw.part('scans'), year - 1),
  }
}

/** The share of satisfied travelers of a wave that was held `halves` half-years before one with `satisfied`. */
export const satisfiedBefore = (satisfied: number, halves: number): number => satisfied - 0.055 * halves

/** One improvement for each past half-year. */
export const pastImprovements: readonly LocalText[] = [
  { 'zh-CN': '预订时不再要求护照复印件', en: 'No passport copies when booking' },
  { 'zh-CN': '隐私政策增加一页摘要', en: 'A one-page summary of the privacy policy' },
  { 'zh-CN': '营销短信一键退订', en: 'One tap ends marketing messages' },
]

interface RemedyWords {
  readonly note: string
  readonly action: string
  readonly effect: string
}

/** Why a goal was missed, and what was decided, by goal. */
export const pastRemedies: Readonly<Record<string, RemedyWords>> = {
  'policy-publication': {
    note: '小程序和一家门店仍展示旧版（the mini-program and a branch showed an old version）',
    action: '发布政策时逐一核对所有平台（check every platform on the day of publication）',
    effect: '所有平台在 10 天内更新（every platform current within 10 days）',
  },
  'staff-training': {
    note: '呼叫中心旺季排班，培训被推迟（call center shifts delayed the training）',
    action: '培训排入当班时间（training during paid shifts）',
    effect: '每季度至少 95% 完成（95% complete in every quarter）',
  },
  'incident-reduction': {
    note: '误发邮件和伙伴接口占一半以上（misdirected emails and partner interfaces caused over half）',
    action: '外发邮件加收件人复核，接口加访问检查（confirm recipients, check partner interfaces）',
    effect: '泄露事件比上一年减少一半（half as many leaks as the year before）',
  },
  'customer-satisfaction': {
    note: '客户认为注销账户太难，收集信息太多（closing an account is hard, too much is asked）',
    action: '减少必填项，简化注销（fewer required fields, a shorter way to close an account）',
    effect: '下次调查满意率提高 5 个百分点（5 points more in the next survey）',
  },
  'partner-audit': {
    note: '两家境外合作方推迟了审核（two partners abroad postponed their audits）',
    action: '合同加入审核期限，逾期停止提供数据（audit dates in contracts, no data after them）',
    effect: '所有在范围内的合作方按年审核（every partner in scope audited each year）',
  },
}

/** A decision of a privacy meeting, and the action that it becomes. */
interface MeetingWords {
  readonly notes: string
  readonly resolution: string
  readonly action: string
  readonly owner: 'privacy-officer' | 'human-resources' | 'it-security' | 'customer-service' | 'procurement'
  readonly effect: string
  readonly outcome: string
}

/** Meetings of a year and a half, in order; later ones begin again. */
export const pastMeetings: readonly MeetingWords[] = [
  {
    notes: '首次会议：目标、台账和责任部门。First meeting: goals, registers and owners.',
    resolution: '每季度召开隐私会议（a privacy meeting every quarter）',
    action: '为各部门指定台账负责人（name a register owner in each department）',
    owner: 'privacy-officer',
    effect: '每个台账有一名负责人（one owner for each register）',
    outcome: '五个部门均已指定（five departments have named theirs）',
  },
  {
    notes: '首次客户调查的结果和意见。Results of the first survey and its comments.',
    resolution: '预订页面只收集出行所需信息（ask only for what a trip needs）',
    action: '从预订表单删除护照复印件（remove passport copies from booking forms）',
    owner: 'customer-service',
    effect: '关于收集太多的意见减半（half as many comments about too much asked）',
    outcome: '表单已上线（the new form is live）',
  },
  {
    notes: '误发邮件事件的原因。Causes of the misdirected emails.',
    resolution: '外发名单须两人核对（two people check every list that leaves）',
    action: '启用外发邮件收件人确认（confirm recipients outside the company）',
    owner: 'it-security',
    effect: '误发邮件减半（half as many misdirected emails）',
    outcome: '全公司已启用（enabled for everyone）',
  },
  {
    notes: '年度回顾与合作方审核计划。Review of the year and plan of partner audits.',
    resolution: '未审核的合作方不得新增数据（no new data for partners without an audit）',
    action: '把审核期限写入新合同（put the audit date into new contracts）',
    owner: 'procurement',
    effect: '全部合同含审核条款（every contract has an audit clause）',
    outcome: '合同模板已更新（the template has it）',
  },
  {
    notes: '培训完成率和呼叫中心排班。Training rates and call center shifts.',
    resolution: '培训计入工作时间（training counts as working time）',
    action: '把培训排入呼叫中心班表（schedule training in call center shifts）',
    owner: 'human-resources',
    effect: '呼叫中心完成率达到 95%（95% in the call center）',
    outcome: '自第三季度起执行（since the third quarter）',
  },
  {
    notes: '隐私政策新版的发布。Publication of the new privacy policy.',
    resolution: '新版附一页摘要（the new version comes with a one-page summary）',
    action: '发布前核对所有平台（check every platform before publication）',
    owner: 'privacy-officer',
    effect: '所有平台同日更新（every platform on the same day）',
    outcome: '核对清单已使用（the checklist was used）',
  },
]

/** An action that was not finished by its due day. */
export const stillUnderWay = '供应商延期，下次会议前完成（the supplier is late, done by the next meeting）'

/** Outcomes of improvements and of actions on missed goals. */
export const actionDone = '已完成，见会议纪要（done, see the minutes）'

/** People at the meetings who have no account. */
export const meetingGuests: readonly string[] = ['法务部（legal）', '市场部（marketing）']

/** The officer's statements before the waves of the past; `year` is that of the company. */
export const pastCheckedOn = (year: number): string => `${year - 1}-03-04`
