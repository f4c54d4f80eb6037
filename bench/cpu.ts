import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const msPerTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU that a process has used so far, in ms: user and system, all its threads. 0 when it is gone. */
export const cpuOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return 0;
  }
};

/** Memory of a process that is in RAM, in MB; `RssAnon`: without what it shares with others. */
export const rssOf = (pid: number, kind: 'VmRSS' | 'RssAnon' = 'VmRSS'): number => {
  const found = new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const [, kilobytes] = found ?? [];
  return Number(kilobytes) / 1024;
};
