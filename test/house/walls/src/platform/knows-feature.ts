export { deep } from '../features/allocations/index.ts';
