import type { TakeReport } from '@wayproof/evidence/whistle-blowing/take-report'

type SampleReport = Pick<TakeReport, 'reporter' | 'text' | 'locale'>

/** Whistleblowing reports to the sample company, enough for their count to be shown. */
export const sampleReports: readonly SampleReport[] = [
  { reporter: 'staff', locale: 'zh-CN', text: '有同事把客户名单导出到个人邮箱。' },
  { reporter: 'staff', locale: 'zh-CN', text: '前台用同一个账号登录订单系统，离职人员仍能登录。' },
  { reporter: 'partner', locale: 'en', text: 'We get passport copies for day trips that need none.' },
  { reporter: 'traveler', locale: 'en', text: 'A driver had my home address before I booked a transfer.' },
  { reporter: 'undisclosed', locale: 'zh-CN', text: '某合作方把旅客电话转给了保险推销员。' },
  { reporter: 'staff', locale: 'en', text: 'The shared drive with visa forms is open to all of sales.' },
]
