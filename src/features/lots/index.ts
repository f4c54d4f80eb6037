/** S27: lots, their national extension and 使用見合わせ. */
import './lots.tables.ts';
