import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { REGISTER_IDS, type RegisterId } from '../register.ts'
import { importText } from './import-ports.ts'

/** A valid file of every register, in an order in which all references exist. */
export const registerFiles: Record<RegisterId, string> = {
  'staff-roles': 'number,role,unit,startDay,endDay\n1,guide,Sales,2024-01-01,\n2,clerk,IT,2024-02-01,2025-03-31\n',
  'staff-leave': 'number,fromDay,toDay\n1,2025-01-01,2025-03-31\n',
  'training-completions': 'number,completedAt\n1,2025-01-10T09:30:00+08:00\n',
  'exam-attempts': 'number,takenAt,score\n1,2025-01-10T10:00:00+08:00,79\n1,2025-01-11T10:00:00+08:00,92\n',
  'training-sessions': 'quarter,heldOn\n2025-Q1,2025-03-31\n',
  partners:
    'id,name,service,processesPersonalData,dataClasses,countries,criticality,onboarded,offboarded\np1,携程,ota,yes,name|travel,CN|SG,high,2023-01-01,\np2,B,bus,no,,,,2023-01-01,2024-01-01\n',
  'partner-audits':
    'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\np1,2025-05-01,fail,yes,on-site,2025-08-01\n',
  incidents:
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state,severity,cause,dataClasses,partnerId,records,recordsTo\ni1,Lost list,2024-12,2025-01-03T23:50:00+08:00,2025-01-04,yes,yes,confirmed,larger,error,name|travel,p1,12,40\ni2,Odd mail,2025,,,unknown,no,suspected,,,,,,\n',
  'incident-notices':
    'incidentId,duty,wanted,notifiedAt,facts,reference,reason\ni1,gdpr-33,yes,2025-01-05T10:00:00+08:00,nature|people|records|contact,LDA-1,\ni1,gdpr-34,no,,,,no high risk\n',
  'security-assessments': 'id,performedOn,fullScope\na1,2025-06-01,yes\n',
  'policy-versions': 'version,approvedOn,effectiveOn\n3,2025-01-01,\n',
  'policy-surfaces':
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\nweb,Website,website,https://example.com,zh-CN|en,yes,2020-01-01,\n',
  'policy-pages': 'surfaceId,language,url\nweb,en,https://example.com/en/privacy\nweb,zh-CN,\n',
  'policy-checks': 'surfaceId,languages,version,publishedOn,checkedOn\nweb,zh-CN|en,3,2025-01-02,2025-01-20\n',
  'collection-points':
    'pointId,form,place,field,mandatory,needed,purpose,noticeVersion,checkedOn\nf1,Booking,online,name,yes,yes,booking,3,2025-02-01\nf1,Booking,online,birthday,no,no,greeting,,2025-02-01\n',
  'partner-agreements': 'partnerId,signedOn,expiresOn\np1,2025-01-01,2026-12-31\n',
  'privacy-meetings': 'heldOn,minutes,actionsAgreed,actionsClosed\n2025-02-01,yes,3,2\n',
  'customer-education':
    'id,title,place,publishedOn,audience,languages\ne1,Who sees your booking,website,2025-02-01,all customers,zh-CN|en\n',
  systems: 'id,name,customerData,encryptedAtRest,encryptedInTransit,checkedOn\ncrm,CRM,yes,yes,no,2025-02-01\n',
  'security-scans': 'id,kind,performedOn\ns1,scan,2025-02-01\n',
  'audit-rounds':
    'partnerId,year,scope,plannedOn,sentOn,answeredOn,reviewedOn,closedOn\np1,2025,whole checklist,2025-02-01,2025-02-03,2025-03-01,,\n',
  'audit-findings':
    'id,partnerId,foundOn,finding,severity,action,owner,dueOn,doneOn,checkedOn,effective\nf1,p1,2025-05-01,no log of access,high,log it,IT,2025-08-01,2025-07-01,2025-09-01,yes\nf2,p1,2025-05-01,old notice,low,,Legal,2025-08-01,,,\n',
  'security-findings':
    'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn\nv1,s1,2025-02-01,open port,critical,IT,2025-02-15,\nv2,a1,2025-06-01,weak rule,low,IT,2025-09-01,2025-07-01\n',
  bookings: 'month,channel,count\n2025-01,web,1200\n2025-01,app,0\n',
}

/** A database of the engine of this run with rows in every register. */
export async function filledDatabase(): Promise<StoreDatabase> {
  const database = await openTestDatabase()
  await fillRegisters(database)
  return database
}

export async function fillRegisters(database: StoreDatabase): Promise<void> {
  for (const id of REGISTER_IDS) {
    const outcome = await importText(database, id, registerFiles[id])
    if (!outcome.ok) throw new Error(`${id}: ${JSON.stringify(outcome.fault)}`)
  }
}
