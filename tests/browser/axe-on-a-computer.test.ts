import { describeAccessiblePages } from '#tests/support/check-pages.ts';

describeAccessiblePages(1280);
