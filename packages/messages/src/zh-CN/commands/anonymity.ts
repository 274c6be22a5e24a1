import type { Messages } from '../../en.ts'

export const anonymity: Messages['anonymity'] = {
  attacks: {
    'shared-values': '与个人记录相同的编号或代码',
    'stored-moments': '随答卷保存的时间',
    'row-order': '记录或唯一标识的先后顺序',
    'stored-sizes': '答卷和草稿的存储长度',
    'small-groups': '只有一人作答或答案完全一致的分组',
    'freed-bytes': '文件中已释放空间的残留数据',
    'write-log': '预写日志中的各步写入',
    'earlier-copy': '与较早副本的差异',
  },
  statuses: { open: '进行中，未匿名', closed: '已截止，待匿名化', unlinked: '已匿名化' },
  wave: (period, status) => `${period}（${status}）`,
  figures: (tied, all, respondents, drafts, reminded) =>
    `${all} 份答卷中有 ${tied} 份可识别个人；已知提交者 ${respondents} 人，已开始未提交者 ${drafts} 人，收到过提醒者 ${reminded} 人`,
  tied: (n) => (n === null ? '未检测' : String(n)),
  none: '数据库中还没有调查。',
  holds: '已匿名化的调查均无法识别个人。',
  broken: '已匿名化的调查仍有可识别个人的痕迹。请限制文件访问并联系技术支持。',

  certificate: {
    subject: (period) => `匿名化证明：${period}调查`,
    subjectBroken: (period) => `请处理：${period}调查匿名化未完成`,
    kicker: (period) => `匿名化证明 · ${period}`,
    headline: '数据库中的答卷已无法识别个人。',
    headlineBroken: (tied, all) =>
      tied === 0
        ? '答卷无法识别个人，但数据库仍显示谁曾提交、开始填写或收到提醒。'
        : `${all} 份答卷中仍有 ${tied} 份可识别个人。`,
    closed: (all, closed, unlinked) => `调查于${closed}截止，回收 ${all} 份答卷；可识别个人的信息已于${unlinked}销毁。`,
    respondents: (n) => (n === 0 ? '文件不显示谁曾提交。' : `文件仍显示 ${n} 人曾提交。`),
    drafts: (n) => (n === 0 ? '文件中没有未提交的草稿。' : `文件中仍有 ${n} 份未提交的草稿。`),
    reminded: (n) =>
      n === 0 ? '文件不显示谁曾收到提醒（即当时未提交）。' : `文件仍显示 ${n} 人曾收到提醒（即当时未提交）。`,
    tried: '再识别测试（可识别的答卷份数）',
    attack: (attack, tied) => `${attack}：${tied}`,
    backupsHeading: '仍需您完成',
    backups: (day) => `请在${day}前删除匿名化前的所有备份、副本和归档日志，否则仍可识别个人。`,
    key: {
      destroyed: (day) => `调查期间答卷均已加密。密钥已于${day}销毁，此前的任何副本都无法再读出答卷。`,
      lost: (day) => `调查期间答卷均已加密，但密钥已丢失，运维人员于${day}确认。本次调查未能读出答卷，因此没有结果。`,
    },
    archives: (day) =>
      `请在${day}前删除匿名化前的所有备份、基础备份、备用服务器、归档的预写日志和语句日志。其中的答卷已无法读出，但仍会显示谁曾提交。`,
    command: '运维人员可随时重新检测，并与较早的副本比较。',
    button: '打开管理端',
    reader: '您是隐私保护主管，因此收到本邮件。请与本次调查的材料一并归档。',
  },

  usage:
    '用法：wayproof verify-anonymity [--data 文件夹] [--backup 文件] [--json]\n文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）；文件是其较早的副本。',
  noDatabase: (file) => `没有数据库 ${file}。`,
  serverWarnings: {
    'archives-log': '警告：服务器正在归档日志（archive_mode）。请删除调查期间归档的内容。',
    'logical-log': '警告：服务器正在写入逻辑日志（wal_level），其读取方会保留匿名化时删除的数据行。',
    'logs-statements': '警告：服务器正在记录语句（log_statement）。请删除调查期间写入的日志。',
    replicas: '警告：服务器设有复制槽，副本会保留匿名化时删除的数据行。',
  },
}
