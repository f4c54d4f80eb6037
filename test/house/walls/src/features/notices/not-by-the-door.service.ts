export { deep } from '../allocations/deep.ts';
