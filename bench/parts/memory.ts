import type { Part } from '../bench.ts';
import { rssOf } from '../cpu.ts';
import { heapAfterGc } from '../heap.ts';

/** The last part: what the program holds after everything before. */
export const memory: Part = {
  name: 'memory',
  measure: async ({ country: { program, inspectorPort } }) => {
    const heap = await heapAfterGc(program, inspectorPort);
    return [
      {
        what: 'Heap used after garbage collection, after the whole run',
        figure: `${heap.used.toFixed(0)} MB`,
        limit: '< 120 MB',
        met: heap.used < 120,
        note: `buffers (cached public pages) ${heap.buffers.toFixed(0)} MB, resident ${rssOf(program.pid).toFixed(0)} MB`,
      },
    ];
  },
};
