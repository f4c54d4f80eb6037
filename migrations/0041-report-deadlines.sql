-- S13: a クール that is over when this comes is not reminded of any more.
update cycles set report_reminded_at = now(), report_escalated_at = now() where vaccination_to < current_date;
