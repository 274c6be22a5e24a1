import type { firstRun as en } from '../../en/dashboard/first-run.ts'
import { count } from '../../number-format.ts'

const steps: (typeof en)['steps'] = {
  organisation: {
    title: '填写企业信息',
    help: '企业名称、客户联系邮箱和项目开始日期。',
    act: '填写企业信息',
  },
  calendar: {
    title: '核对时区和节假日',
    help: '企业假日会影响调查发起的日期；时区由服务器设置决定。',
    act: '核对节假日',
  },
  mail: {
    title: '发送测试邮件',
    help: '邮件服务器由服务器运维人员在服务器设置中填写；您或管理员可在此测试发信。',
    act: '测试邮件',
  },
  people: {
    title: '邀请成员',
    help: '各目标的负责部门、阅读摘要的高管，以及另一名隐私保护主管。',
    act: '邀请成员',
  },
  registers: {
    title: '导入首批台账',
    help: '员工与培训、事件、合作伙伴与审核。每份台账都有 CSV 和 XLSX 模板。',
    act: '前往台账',
  },
  travelers: {
    title: '导入客户',
    help: '可以接受调查的客户，以及每位客户的合法性基础。',
    act: '导入客户',
  },
  checklist: {
    title: '确认发起前的检查项',
    help: '合法性基础、隐私告知、影响评估和备份，由隐私保护主管确认。',
    act: '确认检查项',
  },
  wave: {
    title: '发起首期调查',
    help: '半年度结束后，方可就该半年度调查客户。可手动发起，也可由系统按计划自动发起。',
    act: '发起调查',
  },
}

export const firstRun: typeof en = {
  title: (done, all) => `初始设置：${all} 个步骤，已完成 ${done} 个。`,
  lead: '各步骤不分先后，进度会保留。数据导入后，记分卡随之更新。',
  leadUnnamed: '请先填写企业信息。也可先载入下方的示例数据，了解系统。',
  heading: '步骤',
  done: '已完成',
  open: '未完成',
  again: '查看',
  notes: {
    secondOfficer:
      '尚缺另一名隐私保护主管。在其加入前，不能发起调查，也不能修改规则、问卷、调查语言、机构名称和政策文本。',
    openingNeedsTwo: '发起调查须由另一名隐私保护主管批准，请先邀请一名。',
    waits: '发起申请正等待另一名隐私保护主管批准。',
    scheduled: (day) => `经两名隐私保护主管批准后，下一期调查将于${day}自动发起。`,
    fewTravelers: (rows, answers) =>
      `仅有 ${count(rows, 'zh-CN')} 名客户，数量过少：满意度目标须有 ${count(answers, 'zh-CN')} 份答卷才能评定。`,
  },
  back: (done, all) => `返回初始设置：${all} 个步骤，已完成 ${done} 个`,
  zone: (name) => `时区：${name}。`,
  steps,
}
