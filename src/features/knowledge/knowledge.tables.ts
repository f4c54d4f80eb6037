import type { Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { ArticleType, Audience, Topic } from './articles.ts';
import type { VersionState } from './versions.states.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    articles: {
      id: Generated<number>;
      slug: string;
      live: number | null;
      seed_digest: string | null;
      manual_role: string | null;
      version: Generated<number>;
      created_at: Date;
    };
    article_versions: {
      article_id: number;
      number: number;
      state: VersionState;
      type: ArticleType;
      title: string;
      title_sort: string;
      body: string;
      audiences: Audience[];
      topic: Topic;
      published_on: Day | null;
      withdrawn_on: Day | null;
      note: string;
      author_id: number | null;
      written_at: Date;
      reviewer_id: number | null;
      reviewed_at: Date | null;
    };
    article_counts: {
      article_id: number;
      views: Generated<number>;
      rating_sum: Generated<number>;
      rating_count: Generated<number>;
      score: Generated<number>;
    };
    article_ratings: { article_id: number; user_id: number; stars: number; rated_at: Date };
    article_views: { article_id: number; user_id: number; hour: Date };
    article_files: {
      id: Generated<number>;
      article_id: number;
      name: string;
      type: string;
      size: number;
      bytes: Buffer;
      added_by: number;
      added_at: Date;
      removed_at: Date | null;
    };
    article_changes: { seq: Generated<number>; stamp: Generated<string>; article_id: number };
  }
}
