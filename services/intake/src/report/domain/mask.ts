import type { Reporter } from './report.ts';

/** 张三丰 -> 张** */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** 13900000042 -> 139****0042; of a shorter number only the last two digits stay */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** What everybody may see of a reporter. */
export function masked(reporter: Reporter | null): Omit<Reporter, 'reportId'> | null {
  if (reporter === null) return null;
  const { name, phone, confidential } = reporter;
  return { name: name && maskName(name), phone: phone && maskPhone(phone), confidential };
}
