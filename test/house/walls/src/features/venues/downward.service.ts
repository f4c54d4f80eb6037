export { deep } from '../allocations/index.ts';
