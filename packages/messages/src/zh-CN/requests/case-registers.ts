import type { Messages } from '../../en.ts'

export const caseRegisters: Messages['reporting']['caseRegisters'] = {
  title: '请求与举报',
  source: '来源',
  readers: '可查看人员',
  names: {
    'rights-cases': '请求与投诉',
    'whistle-reports': '举报',
  },
  sources: {
    'rights-cases': '公开页面和人工登记',
    'whistle-reports': '公开举报页面',
  },
}
