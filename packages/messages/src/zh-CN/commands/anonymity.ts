import type { Messages } from '../../en.ts'

export const anonymity: Messages['anonymity'] = {
  attacks: {
    'shared-values': '与个人记录相同的编号或代码',
    'stored-moments': '随回答保存的时间',
    'row-order': '记录或键的先后顺序',
    'stored-sizes': '回答及已开始回答的存储长度',
    'small-groups': '只有一人作答或意见完全一致的组',
    'freed-bytes': '文件中已释放字节的残留',
    'write-log': '预写日志中的各步写入',
    'earlier-copy': '与较早副本的差异',
  },
  statuses: { open: '开放中：尚不匿名', closed: '已关闭，尚未解除关联', unlinked: '已解除关联' },
  wave: (period, status) => `${period}（${status}）`,
  figures: (tied, all, respondents, drafts, reminded) =>
    `${all} 份回答中有 ${tied} 份可追溯到个人；已知作答者 ${respondents} 人，已开始未提交者 ${drafts} 人，收到过提醒者 ${reminded} 人`,
  tied: (n) => (n === null ? '未尝试' : String(n)),
  none: '此数据库中还没有调查批次。',
  holds: '已解除关联的批次中，没有任何回答可追溯到个人。',
  broken:
    '已解除关联的批次中，仍有不应留存的痕迹：有回答可追溯到个人，或能看出谁曾参与。请勿让他人接触该文件，并寻求帮助。',

  certificate: {
    subject: (period) => `解除关联证明：${period}调查`,
    subjectBroken: (period) => `请处理：${period}调查尚未匿名`,
    kicker: (period) => `解除关联证明 · ${period}`,
    headline: '数据库中已没有任何回答可追溯到个人。',
    headlineBroken: (tied, all) =>
      tied === 0
        ? '没有回答可追溯到个人，但数据库仍透露谁曾作答、开始作答或收到提醒。'
        : `${all} 份回答中仍有 ${tied} 份可追溯到个人。`,
    closed: (all, closed, unlinked) =>
      `调查于${closed}结束，共收到 ${all} 份回答。能从回答追溯到个人的信息已于${unlinked}销毁。`,
    respondents: (n) => (n === 0 ? '文件也不再透露谁曾作答。' : `文件仍透露 ${n} 人曾作答。`),
    drafts: (n) => (n === 0 ? '已开始而未提交的回答也没有留存。' : `文件仍留有 ${n} 份未提交的回答。`),
    reminded: (n) =>
      n === 0 ? '文件也不透露谁曾收到提醒（即当时尚未作答）。' : `文件仍透露 ${n} 人曾收到提醒（即当时尚未作答）。`,
    tried: '对数据库文件的各项尝试（可追溯的回答份数）',
    attack: (attack, tied) => `${attack}：${tied}`,
    backupsHeading: '仍需您完成',
    backups: (day) =>
      `请在${day}之前删除解除关联之前的所有备份、副本和归档日志：持有其中任何一份的人仍可辨认回答属于谁。`,
    command: '系统运维人员可随时重复上述检验，并与较早的副本比较。',
    button: '打开仪表板',
    reader: '您是个人信息保护负责人，因此收到此信。请与本次调查的材料一并归档。',
  },

  usage:
    '用法：pnpm verify-anonymity [--data 文件夹] [--backup 文件] [--json]\n文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）；文件是其较早的副本。',
  noDatabase: (file) => `没有数据库 ${file}。`,
}
